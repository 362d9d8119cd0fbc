import './dialog.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { InDialog, useDialogHoldsKeys } from './shortcuts.ts'

type DialogProps = {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large' | undefined
}

const widths = { small: 420, medium: 600, large: 880 }

/** A window over the screen. Escape and a click outside close it; the focus stays in it and goes back after. */
export function Dialog({ title, open, onClose, children, footer, size = 'medium' }: DialogProps) {
  useDialogHoldsKeys(open)
  return (
    <Modal.Root opened={open} onClose={onClose} size={widths[size]} classNames={parts} centered={size === 'small'}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" className="wm-icon-button" icon={<Icon name="close" size={18} />} />
        </Modal.Header>
        <InDialog value>
          <Modal.Body>{children}</Modal.Body>
          {footer !== undefined && <div className="wm-dialog-footer">{footer}</div>}
        </InDialog>
      </Modal.Content>
    </Modal.Root>
  )
}

const parts = {
  content: 'wm-dialog',
  header: 'wm-dialog-header',
  title: 'wm-dialog-title',
  body: 'wm-dialog-body',
  overlay: 'wm-scrim',
}

import './file-list.css'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'

export type ListedFile = {
  id: string
  name: string
  details: string
  /** SHA-256 in hex. The first eight digits are shown; the whole is there to be read and copied. Missing: not in the vault yet. */
  checksum?: string
  onOpen?: (() => void) | undefined
  onRemove?: (() => void) | undefined
}

/** Files by name, with what tells one copy from another. */
export function FileList({ label, files }: { label: string; files: readonly ListedFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="wm-files" aria-label={label}>
      {files.map(({ id, name, details, checksum, onOpen, onRemove }) => (
        <li key={id}>
          <Icon name="file" />
          <div className="wm-file-words">
            {onOpen ? (
              <button type="button" className="wm-file-name" aria-label={`Open ${name}`} onClick={onOpen}>
                {name}
              </button>
            ) : (
              <span className="wm-file-name">{name}</span>
            )}
            <span className="wm-file-details">
              {details}
              {checksum !== undefined && (
                <>
                  {' '}
                  · SHA-256 <code title={checksum}>{checksum.slice(0, 8)}…</code>
                </>
              )}
            </span>
          </div>
          {onRemove && <IconButton icon="close" label={`Take off ${name}`} size="small" onClick={onRemove} />}
        </li>
      ))}
    </ul>
  )
}

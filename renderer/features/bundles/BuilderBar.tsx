import type { Bundle } from '../../../shared/features/bundles.ts'
import { Button } from '../../ui/Button.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Text } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import type { BundlePlace } from './bundle-place.ts'
import type { Builder } from './use-builder.ts'
import type { News } from './use-hearing-news.ts'

type BarProps = {
  bundle: Bundle
  builder: Builder
  place: BundlePlace
  fixed: boolean
  news: News | null
  onNews: () => void
}

/** Which bundle it is, whether it is saved, and the next step. */
export function BuilderBar({ bundle, builder, place, fixed, news, onNews }: BarProps) {
  const { unsaved, busy, form, building } = builder
  const number = (bundle.newest?.number ?? 0) + 1
  useShortcut('Mod+S', 'Save this bundle', { run: builder.save, evenWhenTyping: true, enabled: unsaved && !fixed })
  const nothing = form.getValues().sections.every(({ entries }) => entries.length === 0)
  const reason = fixed
    ? 'This bundle can’t be changed: its case is closed, or it was entered in error.'
    : nothing
      ? 'Put a document or a paper in first.'
      : undefined
  return (
    <Toolbar label="This bundle">
      <Button size="small" kind="quiet" icon="back" onClick={place.close}>
        All bundles
      </Button>
      <Text strong cut>
        {form.getValues().title ?? bundle.title}
      </Text>
      {news && (
        <Button size="small" kind="quiet" icon="warning" onClick={onNews}>
          {news.short}
        </Button>
      )}
      <Spacer />
      <Muted>{stateOf(builder)}</Muted>
      <Button size="small" disabled={!unsaved || fixed} busy={busy} shortcut="Mod+S" onClick={builder.save}>
        Save
      </Button>
      <Button
        size="small"
        kind="primary"
        icon="bundle"
        busy={building.progress !== null}
        disabledReason={reason}
        onClick={builder.make}
      >
        Make version {number}
      </Button>
      <Menu
        label="More about this bundle"
        items={[
          {
            ...{ id: 'states', label: 'Earlier states of its contents', icon: 'history' },
            onSelect: () => place.showVersions(bundle.id),
          },
        ]}
      />
    </Toolbar>
  )
}

function stateOf({ unsaved, form }: Builder): string {
  if (!unsaved) return 'Saved'
  return form.draftKeptAt === null ? 'Not saved yet' : 'Not saved yet · draft kept'
}

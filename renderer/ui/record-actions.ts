import type { EventStamp } from '../../shared/kernel/event.ts'
import { useCommand } from '../lib/api.ts'
import type { MenuItem } from './MenuItems.tsx'
import { toast } from './toast.ts'

export const changedMeanwhile =
  'Someone else changed this record just now. It has been read again: check it, then try once more.'
export const refused = 'That could not be saved. Nothing was changed. Try again.'

type Stamped = Pick<EventStamp, 'id' | 'revision' | 'withdrawnReason'>
type Ways = { edit: () => void; showVersions: () => void; more?: readonly MenuItem[] }
type ActionsInput = { closed: boolean; askReason: (record: Stamped) => void }

/** What can be done with a record, from its line, its menu and its pane alike. In a closed case nothing is changed. */
export function useRecordActions({ closed, askReason }: ActionsInput) {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: Stamped) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The record counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const menuOf = (record: Stamped, { edit, showVersions, more = [] }: Ways): MenuItem[] => {
    const closedWords = closed ? 'This case is closed. Open it again first.' : undefined
    const versions: MenuItem = { id: 'versions', label: 'Show versions', icon: 'history', onSelect: showVersions }
    if (record.withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(record) }, versions]
    }
    return [
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', disabled: closedWords, onSelect: edit },
      ...more,
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(record) },
    ]
  }
  return { menuOf, takeMarkBack, busy: reinstate.isPending }
}
export type RecordActions = ReturnType<typeof useRecordActions>

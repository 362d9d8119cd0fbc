import type { EventStamp } from '../../shared/kernel/event.ts'
import { useCommand } from '../lib/api.ts'
import type { MenuItem } from './MenuItems.tsx'
import { toast } from './toast.ts'

export const changedMeanwhile =
  'Someone else changed this record just now. It has been read again: check it, then try once more.'
export const refused = 'That could not be saved. Nothing was changed. Try again.'

type Stamped = Pick<EventStamp, 'id' | 'revision' | 'withdrawnReason'>
type Ways = {
  edit: () => void
  showVersions: () => void
  /** Where there is a better word than "Edit". */
  editLabel?: string
  /** Before the edit, and after it. */
  first?: readonly MenuItem[]
  more?: readonly MenuItem[]
}
type ActionsInput<Record> = { closed: boolean; askReason: (record: Record) => void }

export const closedWords = 'This case is closed. Open it again first.'

/** What can be done with a record, from its line, its menu and its pane alike. In a closed case nothing is changed. */
export function useRecordActions<Record extends Stamped>({ closed, askReason }: ActionsInput<Record>) {
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
  const menuOf = (
    record: Record,
    { edit, showVersions, editLabel = 'Edit', first = [], more = [] }: Ways,
  ): MenuItem[] => {
    const disabled = closed ? closedWords : undefined
    const versions: MenuItem = { id: 'versions', label: 'Show versions', icon: 'history', onSelect: showVersions }
    if (record.withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(record) }, versions]
    }
    return [
      ...first,
      { id: 'edit', label: editLabel, icon: 'edit', shortcut: 'E', disabled, onSelect: edit },
      ...more,
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(record) },
    ]
  }
  return { menuOf, takeMarkBack, busy: reinstate.isPending }
}
export type RecordActions = ReturnType<typeof useRecordActions<Stamped>>

import { useDeferredValue, useState } from 'react'
import { everyOpenCase } from '../../../shared/features/cases.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { FieldProps } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

const labelOf = ({ clientName, reference }: { clientName: string; reference: string }) => `${clientName}, ${reference}`

/** One open case, found by typing part of a name or a reference: the store looks, so that ten thousand are a few. */
export function CaseField(props: Omit<FieldProps<string | null>, 'label' | 'hint'>) {
  const [typed, setTyped] = useState('')
  const today = useToday()
  const id = CaseId.safeParse(props.value).data
  const chosen = useCall('cases.find', { id: id ?? CaseId.parse(noCase) }, { enabled: id !== undefined }).data
  const words = useDeferredValue(chosen && typed === labelOf(chosen) ? '' : typed.slice(0, 200))
  const filter = { ...everyOpenCase, text: words, sort: 'client' as const }
  const found = useCall('cases.list', { filter, today, page: { limit: 20, after: null } }, { keepPrevious: true })
  const rows = (found.data?.rows ?? []).filter(row => row.id !== chosen?.id)
  const options = [...(chosen ? [chosen] : []), ...rows].map(row => ({ value: row.id, label: labelOf(row) }))
  return <SelectField label="Case" width="full" options={options} searchable onSearch={setTyped} {...props} />
}

/** Asked for by nobody: the call waits until there is a case. */
const noCase = '00000000-0000-7000-8000-000000000000'

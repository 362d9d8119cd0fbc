import { caseQuestions } from '../../../shared/wording/cases.ts'
import { useCall } from '../../lib/api.ts'
import type { FieldProps } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

/** Whose case it is: one of those who can open the vault, and whoever owns it now even if they have left. */
export function OwnerField(props: Omit<FieldProps<string | null>, 'label' | 'hint'>) {
  const users = useCall('users.list', {}).data?.rows ?? []
  const options = users
    .filter(user => user.active || user.id === props.value)
    .map(user => ({ value: user.id, label: user.active ? user.name : `${user.name} (has left)` }))
  return <SelectField label={caseQuestions.ownerId} options={options} {...props} />
}

import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { recoverySheet } from '../../../shared/wording/vault.ts'
import { useToday } from '../../lib/today.ts'
import { PrintSheet } from '../../ui/PrintSheet.tsx'

/** The key in groups of four, read out group by group. */
export function RecoveryKey({ value }: { value: string }) {
  return (
    <ol className="wm-recovery-key" aria-label="Recovery key">
      {value.split('-').map((group, place) => (
        <li key={place}>{group}</li>
      ))}
    </ol>
  )
}

/** The paper: drawn only when the page is printed, and then nothing else is. */
export function RecoverySheet({ value }: { value: string }) {
  const today = useToday()
  return (
    <PrintSheet>
      <h1>{recoverySheet.title}</h1>
      <RecoveryKey value={value} />
      {recoverySheet.keep.map(line => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {recoverySheet.madeOn} {showDay(today)}
      </p>
    </PrintSheet>
  )
}

import { useEffect, useState } from 'react'
import { strengthOf, type Strength } from '../lib/strength.ts'
import type { FieldProps } from './Field.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { StrengthMeter } from './StrengthMeter.tsx'

type InputProps = Omit<FieldProps<string>, 'label'>
type NewPassphraseProps = {
  label?: string
  first: InputProps
  again: InputProps
  /** Words that somebody who knows the person would try first, such as a name. */
  known?: readonly string[]
}

/** A passphrase that is being made: how strong it is, and typed twice, since nobody can look it up later. */
export function NewPassphrase({ label = 'Passphrase', first, again, known }: NewPassphraseProps) {
  const strength = useStrength(first.value ?? '', known)
  return (
    <>
      <div className="wm-new-passphrase">
        <PassphraseField
          label={label}
          hint="At least 12 characters. Four or five words that don’t belong together are strong and easy to remember."
          width="full"
          {...first}
        />
        {strength && <StrengthMeter {...strength} />}
      </div>
      <PassphraseField label={`${label} again`} width="full" {...again} />
    </>
  )
}

// Looking words up takes long enough to be felt between two letters.
const whenTypingRestsMs = 200
const noWords: readonly string[] = []

function useStrength(passphrase: string, known = noWords): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null)
  const words = known.join(' ')
  useEffect(() => {
    let current = true
    const look = async () => {
      const next = passphrase === '' ? null : await strengthOf(passphrase, [words]).catch(() => null)
      if (current) setStrength(next)
    }
    const timer = setTimeout(() => void look(), whenTypingRestsMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [passphrase, words])
  return strength
}

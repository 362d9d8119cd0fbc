import { useState } from 'react'
import { Appearance } from '../../../shared/features/settings.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { contrastWords, densityWords, schemeWords, singleKeyWords } from '../../../shared/wording/settings.ts'
import { changeAppearance, useAppearance } from '../../lib/appearance.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'

/** How Waymark looks and listens on this machine. Every choice shows at once. */
export function AppearanceSection() {
  const appearance = useAppearance()
  const [error, setError] = useState<AppError | null>(null)
  const change = (choice: Record<string, unknown>) => {
    const parsed = Appearance.safeParse({ ...appearance, ...choice })
    if (!parsed.success) return
    setError(null)
    changeAppearance(parsed.data).catch((cause: unknown) => setError(AppError.from(cause)))
  }
  return (
    <Section title="Appearance" hint="For this machine only. Colleagues’ settings stay as they are.">
      {error && <Banner tone="danger" title={`This choice is not kept. ${sentenceFor(error)}`} announced />}
      <Stack gap={6}>
        <ChoiceField
          label="Colours"
          look="segmented"
          options={schemeWords}
          value={appearance.scheme}
          onChange={scheme => change({ scheme })}
        />
        <ChoiceField
          label="Contrast"
          look="segmented"
          options={contrastWords}
          value={appearance.contrast}
          onChange={contrast => change({ contrast })}
        />
        <ChoiceField
          label="Spacing"
          hint="Compact shows more rows at once."
          look="segmented"
          options={densityWords}
          value={appearance.density}
          onChange={density => change({ density })}
        />
        <ChoiceField
          label="Single-key shortcuts"
          hint="Keys that act alone, such as N or ?. Switch them off if they get pressed by accident or by speech input. Those with Ctrl or Alt stay."
          look="segmented"
          options={singleKeyWords}
          value={appearance.singleKeys}
          onChange={singleKeys => change({ singleKeys })}
        />
      </Stack>
    </Section>
  )
}

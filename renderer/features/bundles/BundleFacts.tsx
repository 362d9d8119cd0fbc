import { BundleProfileId, bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import {
  bundleHints as hints,
  bundleQuestions as questions,
  profileStatusWords,
} from '../../../shared/wording/bundle-records.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import type { useDraftForm } from '../../ui/draft-form.ts'
import { Stack } from '../../ui/Layout.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { TypedBundle } from './bundle-answers.ts'
import type { BundleDraft } from '../../../shared/features/bundles.ts'

export type BundleForm = ReturnType<typeof useDraftForm<TypedBundle, { revision: number; bundle: BundleDraft }>>

const profiles = BundleProfileId.options.map(value => ({
  ...{ value, label: bundleProfileOn(value, null)?.label ?? value },
}))

/** What the bundle says of itself, and the rules that come with its court. */
export function BundleFacts({ form, fixed = false }: { form: BundleForm; fixed?: boolean }) {
  const profile = BundleProfileId.safeParse(form.getValues().profile).data
  return (
    <>
      <TextField
        label={questions.title}
        hint={hints.title}
        width="full"
        maxLength={200}
        disabled={fixed}
        {...form.getInputProps('title')}
      />
      <ChoiceField
        label={questions.profile}
        options={profiles}
        look="segmented"
        disabled={fixed}
        {...form.getInputProps('profile')}
      />
      {profile && <ProfileRules profile={profile} />}
      <TextField
        label={questions.court}
        optional
        width="full"
        maxLength={200}
        disabled={fixed}
        {...form.getInputProps('court')}
      />
      <TextField
        label={questions.caseNumber}
        optional
        maxLength={80}
        disabled={fixed}
        {...form.getInputProps('caseNumber')}
      />
      <DayField
        label={questions.hearingDay}
        hint={hints.hearingDay}
        optional
        disabled={fixed}
        {...form.getInputProps('hearingDay')}
      />
    </>
  )
}

/** What the rules of a court ask for, where that comes from, and how far it was checked. */
function ProfileRules({ profile: id }: { profile: BundleProfileId }) {
  const profile = bundleProfileOn(id, null)
  if (!profile) return null
  const limit =
    profile.pageLimit === null
      ? 'No limit of pages is known.'
      : `At most ${String(profile.pageLimit)} pages without permission.`
  return (
    <Stack gap={1}>
      <Text size="small">
        {profile.says} {limit} A4, an index with links, bookmarks and page labels.
      </Text>
      <Muted>
        {profile.source}. {profileStatusWords[profile.status]}.
      </Muted>
    </Stack>
  )
}

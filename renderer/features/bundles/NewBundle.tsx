import type { Hearing } from '../../../shared/features/hearings.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { type BundleProfileId, bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { hearingKind } from '../../../shared/rules/hearing-kinds.ts'
import { bundleTitleFor } from '../../../shared/wording/bundle-records.ts'
import { kindWords } from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall, useCommand, usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { toast } from '../../ui/toast.ts'
import { dayToTyped } from '../../ui/typed-dates.ts'
import { BundleAnswers, type TypedBundle } from './bundle-answers.ts'
import type { BundlePlace } from './bundle-place.ts'
import { BundleFacts } from './BundleFacts.tsx'

export const newBundleDraftKey = (caseId: string): string => `bundle:new:${caseId}`

/** Begins a bundle, from the hearing asked for or the one that is next, with the sections that are usual for its court. */
export function NewBundle({ place }: { place: BundlePlace }) {
  const { hearing } = place.search
  const found = useCall('cases.find', { id: place.caseId }).data
  if (!found) return <LoadingState label="Loading the case" shape="form" />
  const props = { place, client: found.clientName }
  return hearing === undefined ? <ForNextHearing {...props} /> : <ForHearing key={hearing} {...props} id={hearing} />
}

type CaseProps = { place: BundlePlace; client: string }
function ForHearing({ id, ...props }: CaseProps & { id: Hearing['id'] }) {
  const found = useCall('hearings.find', { id }).data
  if (!found) return <LoadingState label="Loading the hearing" shape="form" />
  return <NewBundleForm {...props} from={found} draftKey={`bundle:for:${id}`} />
}

/** Where hearings are to come at two courts nobody guesses which one is meant: its number would be printed for the other. */
function ForNextHearing(props: CaseProps) {
  const filter = { show: 'coming', withdrawn: false } as const
  const { rows, isPending } = usePages('hearings.listForCase', {
    caseId: props.place.caseId,
    filter,
    today: useToday(),
  })
  if (isPending) return <LoadingState label="Loading the hearings" shape="form" />
  const [next] = rows
  const from = next !== undefined && rows.every(({ court }) => court === next.court) ? next : null
  return <NewBundleForm {...props} from={from} draftKey={newBundleDraftKey(props.place.caseId)} />
}

type FormProps = CaseProps & { from: Hearing | null; draftKey: string }
function NewBundleForm({ place, client, from, draftKey }: FormProps) {
  const { caseId } = place
  const record = useCommand('bundles.record')
  const hearings = usePages('hearings.listForCase', {
    caseId,
    filter: { show: 'all', withdrawn: false },
    today: useToday(),
  }).rows
  const blank: TypedBundle = { ...blankFor(client), ...(from ? answersOf(from, client) : {}) }
  const form = useDraftForm(BundleAnswers, draftKey, blank)
  const values = form.getValues()
  const save = form.onSubmit(({ bundle }) =>
    record.mutate(
      { caseId, bundle: { ...bundle, sections: usualSections(bundle.profile) } },
      { onSuccess: ({ id }) => void forget(form).then(() => opened(id)) },
    ),
  )
  const opened = (id: Hearing['id']) => {
    toast('Bundle begun. Put documents and papers into its sections.')
    place.open(id)
  }
  const choose = (id: string | null) => {
    const of = (hearingId: string | null) => hearings.find(hearing => hearing.id === hearingId) ?? null
    const chosen = of(id)
    const isOwnTitle = values.title !== bundleTitleFor(client, of(values.hearingId))
    const title = isOwnTitle ? values.title : bundleTitleFor(client, chosen)
    form.setValues({ ...values, ...(chosen ? answersOf(chosen, client) : { hearingId: null }), title })
  }
  return (
    <DetailPane title="Make a bundle" onClose={place.close}>
      <DraftForm
        form={form}
        label="Make a bundle"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Go to its contents"
      >
        {hearings.length > 0 && (
          <SelectField
            label="For which hearing"
            hint="Court, case number and day come from it."
            optional
            width="full"
            emptyLabel="No hearing yet"
            options={hearings.map(({ id, when, kind, court }) => ({
              ...{ value: id, label: `${showWhen(when)} · ${kindWords(kind)} · ${court}` },
            }))}
            value={values.hearingId}
            onChange={choose}
          />
        )}
        <BundleFacts form={form} />
      </DraftForm>
    </DetailPane>
  )
}

const usualSections = (profile: BundleProfileId): TypedBundle['sections'] =>
  (bundleProfileOn(profile, null)?.usualSections.titles ?? ['Documents']).map(title => ({ title, entries: [] }))

const blankFor = (client: string): TypedBundle => ({
  ...{ revision: 0, title: bundleTitleFor(client, null), profile: null, court: null, caseNumber: null },
  ...{ hearingId: null, hearingDay: null, sections: usualSections('general') },
})

function answersOf(hearing: Hearing, client: string): Partial<TypedBundle> {
  const { id, when, court, caseNumber, kind } = hearing
  const title = bundleTitleFor(client, hearing)
  const profile = hearingKind(kind)?.court === 'family' ? 'family' : 'general'
  const hearingDay = when.from === null ? null : dayToTyped(dayOf(when.from, london))
  return { title, hearingId: id, court, caseNumber, profile, hearingDay, sections: usualSections(profile) }
}

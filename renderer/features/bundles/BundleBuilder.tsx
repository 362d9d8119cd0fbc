import { useState } from 'react'
import type { Bundle, BundleDraft, BundleMaterial } from '../../../shared/features/bundles.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { BundleProfileId, bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { useLeaveGuard } from '../../lib/leave-guard.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { LeaveDialog } from '../../ui/LeaveDialog.tsx'
import { Screen } from '../../ui/Layout.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { bundleToTyped } from './bundle-answers.ts'
import { bundleDiff } from './bundle-fields.ts'
import type { BundlePlace } from './bundle-place.ts'
import { BuilderBar } from './BuilderBar.tsx'
import { BundleFacts } from './BundleFacts.tsx'
import { Contents } from './Contents.tsx'
import { MadeVersion } from './MadeVersion.tsx'
import { PageCount, PageCountSince } from './PageCount.tsx'
import { useBuilder, type Builder } from './use-builder.ts'
import { useHearingNews, type News } from './use-hearing-news.ts'

type BuilderProps = { bundle: Bundle; material: readonly BundleMaterial[]; place: BundlePlace; closed: boolean }

/** Where a bundle is put together: its contents on the left, what was made of it on the right. */
export function BundleBuilder({ bundle, material, place, closed }: BuilderProps) {
  const builder = useBuilder(bundle)
  const guard = useLeaveGuard(() => builder.unsaved)
  const fixed = closed || bundle.withdrawnReason !== null
  const news = useHearingNews(builder.form, bundle.caseId)
  const [tab, setTab] = useState('contents')
  if (builder.conflict) return <Conflict builder={builder} />
  const bar = { bundle, builder, place, fixed, news: fixed ? null : news, onNews: () => setTab('facts') }
  return (
    <Screen fill header={<BuilderBar {...bar} />}>
      {builder.error && <Banner tone="danger" title={sentenceFor(builder.error)} announced />}
      <div className="wm-builder">
        <Side {...{ builder, material, place, fixed, tab, setTab }} newest={bundle.newest} news={bar.news} />
        <div className="wm-builder-side wm-builder-made">
          <MadeVersion bundle={bundle} unsaved={builder.unsaved} building={builder.building} />
        </div>
      </div>
      <LeaveDialog open={guard.asking} onStay={guard.stay} onLeave={guard.leave} />
    </Screen>
  )
}

type SideProps = Pick<BuilderProps, 'material' | 'place'> & {
  newest: Bundle['newest']
  builder: Builder
  fixed: boolean
  news: News | null
  tab: string
  setTab: (tab: string) => void
}
function Side({ builder, material, place, newest, fixed, news, tab, setTab }: SideProps) {
  const { form } = builder
  const wrong = ['title', 'profile', 'court', 'caseNumber', 'hearingDay'].some(name => form.errors[name] !== undefined)
  const { sections, profile } = form.getValues()
  const rules = bundleProfileOn(BundleProfileId.safeParse(profile).data ?? 'general', null)
  return (
    <div className="wm-builder-side">
      <Tabs
        label="This bundle"
        items={[
          { id: 'contents', label: 'Contents' },
          { id: 'facts', label: wrong ? 'Court and title: check the answers' : 'Court and title' },
        ]}
        current={tab}
        onChange={setTab}
      >
        {tab === 'facts' ? (
          <div className="wm-bundle-contents">
            {news && <HearingBanner news={news} />}
            <BundleFacts form={form} fixed={fixed} />
          </div>
        ) : (
          <>
            {typeof form.errors['sections'] === 'string' && (
              <Banner tone="danger" title={form.errors['sections']} announced />
            )}
            {newest === null ? (
              <PageCount sections={sections} material={material} profile={rules} made={null} />
            ) : (
              <PageCountSince sections={sections} material={material} profile={rules} newest={newest} />
            )}
            <Contents
              sections={sections}
              material={material}
              numbering={rules?.numbering ?? 'whole-bundle'}
              fixed={fixed}
              change={builder.change}
              showDocument={place.showDocument}
            />
          </>
        )}
      </Tabs>
    </div>
  )
}

/** The hearing has moved since, or is past: an index with the wrong day sends people to court on it. */
function HearingBanner({ news: { title, words, day, take } }: { news: News }) {
  return (
    <Banner
      tone="warning"
      title={title}
      actions={
        day !== null && (
          <Button size="small" onClick={take}>
            Take {day}
          </Button>
        )
      }
    >
      {words}
    </Banner>
  )
}

/** Somebody else saved in between: both versions, and nothing is lost. */
function Conflict({ builder }: { builder: Builder }) {
  const nameOf = useUserNames()
  const { conflict, form } = builder
  if (!conflict) return null
  const { current, versions } = conflict
  const take = (bundle: BundleDraft) => {
    form.startFrom(bundleToTyped(current, current.revision))
    form.setValues(bundleToTyped(bundle, current.revision))
    builder.settle()
  }
  return (
    <DetailPane title="Two versions of this bundle" onClose={builder.settle}>
      <ConflictView
        who={nameOf(current.updatedBy)}
        when={showMoment(current.updatedAt, london)}
        versions={versions}
        fields={bundleDiff(versions.theirs, versions.yours)}
        busy={builder.busy}
        error={builder.error}
        onSave={chosen => {
          take(chosen)
          builder.saveOver(chosen, current.revision)
        }}
        onEdit={take}
        onTakeTheirs={() => {
          take(current)
          void form.discardDraft()
        }}
      />
    </DetailPane>
  )
}

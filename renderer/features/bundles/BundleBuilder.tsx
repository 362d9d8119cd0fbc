import { useState } from 'react'
import type { Bundle, BundleDraft, BundleMaterial } from '../../../shared/features/bundles.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { BundleProfileId, bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { useLeaveGuard } from '../../lib/leave-guard.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { LeaveDialog } from '../../ui/LeaveDialog.tsx'
import { Screen } from '../../ui/Layout.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { bundleToTyped } from './bundle-answers.ts'
import { bundleDiff, combineBundles } from './bundle-fields.ts'
import type { BundlePlace } from './bundle-place.ts'
import { BuilderBar } from './BuilderBar.tsx'
import { BundleFacts } from './BundleFacts.tsx'
import { Contents } from './Contents.tsx'
import { MadeVersion } from './MadeVersion.tsx'
import { PageCount } from './PageCount.tsx'
import { useBuilder, type Builder } from './use-builder.ts'

type BuilderProps = { bundle: Bundle; material: readonly BundleMaterial[]; place: BundlePlace; closed: boolean }

/** Where a bundle is put together: its contents on the left, what was made of it on the right. */
export function BundleBuilder({ bundle, material, place, closed }: BuilderProps) {
  const builder = useBuilder(bundle)
  const guard = useLeaveGuard(() => builder.unsaved)
  const fixed = closed || bundle.withdrawnReason !== null
  if (builder.conflict) return <Conflict builder={builder} />
  return (
    <Screen fill header={<BuilderBar bundle={bundle} builder={builder} place={place} fixed={fixed} />}>
      {builder.error && <Banner tone="danger" title={sentenceFor(builder.error)} announced />}
      <div className="wm-builder">
        <Side bundle={bundle} builder={builder} material={material} place={place} fixed={fixed} />
        <div className="wm-builder-side wm-builder-made">
          <MadeVersion bundle={bundle} unsaved={builder.unsaved} building={builder.building} />
        </div>
      </div>
      <LeaveDialog open={guard.asking} onStay={guard.stay} onLeave={guard.leave} />
    </Screen>
  )
}

type SideProps = Omit<BuilderProps, 'closed'> & { builder: Builder; fixed: boolean }
function Side({ builder, material, place, fixed }: SideProps) {
  const { form } = builder
  const wrong = ['title', 'profile', 'court', 'caseNumber', 'hearingDay'].some(name => form.errors[name] !== undefined)
  const [tab, setTab] = useState('contents')
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
            <BundleFacts form={form} fixed={fixed} />
          </div>
        ) : (
          <>
            {typeof form.errors['sections'] === 'string' && (
              <Banner tone="danger" title={form.errors['sections']} announced />
            )}
            <PageCount sections={sections} material={material} profile={rules} />
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

/** Somebody else saved in between: both versions, and nothing is lost. */
function Conflict({ builder }: { builder: Builder }) {
  const nameOf = useUserNames()
  const { conflict, form } = builder
  if (!conflict) return null
  const { current, yours } = conflict
  const take = (bundle: BundleDraft) => {
    form.setValues(bundleToTyped(bundle, current.revision))
    builder.settle()
  }
  return (
    <DetailPane title="Two versions of this bundle" onClose={builder.settle}>
      <ConflictView
        who={nameOf(current.updatedBy)}
        when={showMoment(current.updatedAt, london)}
        fields={bundleDiff(current, yours)}
        busy={builder.busy}
        error={builder.error}
        onKeepMine={() => {
          take(yours)
          builder.saveOver(yours, current.revision)
        }}
        onTakeTheirs={() => {
          take(current)
          void form.discardDraft()
        }}
        onCombine={fromTheirs => take(combineBundles(yours, current, fromTheirs))}
      />
    </DetailPane>
  )
}

import { useParams, useRouter } from '@tanstack/react-router'
import { CaseId } from '../../shared/kernel/ids.ts'
import { useCall, useJob } from '../lib/api.ts'
import { FileProblems } from '../ui/AddFiles.tsx'
import { tokenOf, useAddingFiles } from '../ui/adding-files.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { toast } from '../ui/toast.ts'
import { WindowDrop } from '../ui/WindowDrop.tsx'

const noCase = {
  title: 'Open a case first',
  words: 'Files go to the documents of the case that is open. Here nothing is added.',
}
const closedCase = { title: 'This case is closed', words: 'Reopen it to add documents. Here nothing is added.' }

/** Files dropped anywhere become documents of the case that is open. Which case that is, is settled at the drop. */
export function DropDocuments() {
  const router = useRouter()
  const params = useParams({ strict: false })
  const caseId = CaseId.safeParse(params.caseId).data ?? null
  const open = useCall('cases.find', { id: caseId ?? nobody }, { enabled: caseId !== null }).data
  const add = useJob('documents.add')
  const adding = useAddingFiles({
    one: 'Document added. Describe it while you remember.',
    many: added => `${String(added)} documents added. Describe them while you remember.`,
    ...(caseId && {
      action: {
        label: 'Show',
        onSelect: () => void router.navigate({ to: '/cases/$caseId/documents', params: { caseId }, search: {} }),
      },
    }),
  })
  const refused = caseId === null || !open ? noCase : open.status === 'closed' ? closedCase : null
  const drop = (files: File[]) => {
    if (refused || caseId === null)
      return void toast(`${(refused ?? noCase).title}. ${(refused ?? noCase).words}`, { tone: 'warning' })
    adding.start(
      files.map(file => ({
        name: file.name,
        add: async () => add.mutateAsync({ caseId, file: await tokenOf(file) }),
      })),
    )
  }
  const { progress, problems } = adding
  return (
    <>
      <WindowDrop
        takes={refused === null}
        title={refused?.title ?? `Add to the documents of ${open?.clientName ?? ''}`}
        words={refused?.words ?? 'Let go anywhere. A copy is sealed in the vault; the original stays where it is.'}
        onDrop={drop}
      />
      {(problems.length > 0 || (progress !== null && progress.total > 1)) && (
        <section aria-label="Documents being added" className="wm-jobs">
          {progress !== null && progress.total > 1 && (
            <ProgressBar
              label={`Adding documents: ${String(progress.done + 1)} of ${String(progress.total)}`}
              done={progress.done}
              total={progress.total}
            />
          )}
          <FileProblems adding={adding} />
        </section>
      )}
    </>
  )
}

// Never asked for: a hook has to be given something.
const nobody = CaseId.parse('00000000-0000-7000-8000-000000000000')

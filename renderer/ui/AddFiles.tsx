import type { FileToken } from '../../shared/kernel/ids.ts'
import { useCommand } from '../lib/api.ts'
import { tokenOf, type Adding } from './adding-files.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { FileDrop } from './FileDrop.tsx'

type AddFilesProps = { label: string; adding: Adding; addOne: (file: FileToken) => Promise<unknown> }

/** Where files are dropped or chosen, and what became of those that could not be taken. */
export function AddFiles({ label, adding, addOne }: AddFilesProps) {
  const choose = useCommand('files.choose')
  const busy = adding.progress !== null
  return (
    <>
      <FileProblems adding={adding} />
      <FileDrop
        label={label}
        onDrop={files =>
          adding.start(files.map(file => ({ name: file.name, add: async () => addOne(await tokenOf(file)) })))
        }
      >
        <Button
          size="small"
          icon="add"
          busy={busy || choose.isPending}
          onClick={() =>
            choose.mutate(
              {},
              {
                onSuccess: ({ chosen }) =>
                  adding.start(chosen.map(({ name, token }) => ({ name, add: () => addOne(token) }))),
              },
            )
          }
        >
          Choose files
        </Button>
      </FileDrop>
    </>
  )
}

const mostNamed = 8

/** Every file that was not added, by name, with the reason. */
export function FileProblems({ adding: { problems, forgetProblems } }: { adding: Adding }) {
  if (problems.length === 0) return null
  const more = problems.length - mostNamed
  return (
    <Banner tone="danger" title="Not every file could be added" onDismiss={forgetProblems} announced>
      {problems.slice(0, mostNamed).map(({ name, sentence }, index) => (
        <div key={`${String(index)} ${name}`}>
          {name}: {sentence}
        </div>
      ))}
      {more > 0 && <div>And {more} more.</div>}
    </Banner>
  )
}

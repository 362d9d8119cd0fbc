import { tokenOf } from './adding-files.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from './Button.tsx'
import { FileDrop } from './FileDrop.tsx'
import { FileList } from './FileList.tsx'
import { keepFormFiles, useFormFiles, type FormFile } from './form-files.ts'

type FilesFieldProps = {
  label: string
  draftKey: string
  /** The names, as the draft keeps them: after a lock they are all that is left. */
  value?: readonly string[]
  onChange?: (names: string[]) => void
}

/** Files that are attached when the form is saved. */
export function FilesField({ label, draftKey, value = [], onChange }: FilesFieldProps) {
  const files = useFormFiles(draftKey)
  const choose = useCommand('files.choose')
  const gone = without(value, files)
  const keep = (next: readonly FormFile[], stillGone = gone) => {
    keepFormFiles(draftKey, next)
    onChange?.([...stillGone, ...next.map(({ name }) => name)])
  }
  // A file that is chosen again is no longer gone.
  const add = (more: readonly FormFile[]) => keep([...files, ...more], without(gone, more))
  const takeOff = (at: number) => keep(files.filter((_, index) => index !== at))
  const forget = (at: number) =>
    keep(
      files,
      gone.filter((_, index) => index !== at),
    )
  return (
    <>
      <FileList
        label={label}
        files={[
          ...files.map(({ name }, at) => ({
            id: `${String(at)} ${name}`,
            name,
            details: 'Attached when you save',
            onRemove: () => takeOff(at),
          })),
          ...gone.map((name, at) => ({
            id: `gone ${String(at)}`,
            name,
            details: 'Not attached: Waymark was locked in between. Choose it again.',
            onRemove: () => forget(at),
          })),
        ]}
      />
      <FileDrop
        label={label}
        onDrop={dropped => add(dropped.map(file => ({ name: file.name, token: () => tokenOf(file) })))}
      >
        <Button
          size="small"
          icon="add"
          busy={choose.isPending}
          onClick={() =>
            choose.mutate(
              {},
              {
                onSuccess: ({ chosen }) =>
                  add(chosen.map(({ name, token }) => ({ name, token: () => Promise.resolve(token) }))),
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

/** The names that none of the files has; of a name that stands twice, one for each. */
function without(names: readonly string[], files: readonly FormFile[]): string[] {
  const there = files.map(({ name }) => name)
  return names.filter(name => {
    const at = there.indexOf(name)
    if (at >= 0) there.splice(at, 1)
    return at < 0
  })
}

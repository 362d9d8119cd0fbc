import { useState } from 'react'
import { AppError } from '../../shared/kernel/errors.ts'
import type { FileToken } from '../../shared/kernel/ids.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { useCommand } from '../lib/api.ts'
import { bridge } from '../lib/bridge.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { FileDrop } from './FileDrop.tsx'
import { toast } from './toast.ts'

type Chosen = { token: FileToken; name: string }
type Problem = { name: string; sentence: string }
type Adding = {
  add: (chosen: readonly Chosen[]) => void
  busy: boolean
  problems: readonly Problem[]
  forgetProblems: () => void
}
type Words = { one: string; many: (count: number) => string }

/** Adds files one after the other: one that can't be read does not keep the others out. */
export function useAddingFiles(addOne: (file: FileToken) => Promise<unknown>, words: Words): Adding {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const add = async (chosen: readonly Chosen[]) => {
    if (chosen.length === 0) return
    setBusy(true)
    const failed: Problem[] = []
    for (const { token, name } of chosen) {
      try {
        await addOne(token)
      } catch (cause) {
        failed.push({ name, sentence: sentenceFor(AppError.from(cause).toShape()) })
      }
    }
    setProblems(failed)
    setBusy(false)
    const added = chosen.length - failed.length
    if (added > 0) toast(added === 1 ? words.one : words.many(added))
  }
  return { add: chosen => void add(chosen), busy, problems, forgetProblems: () => setProblems([]) }
}

/** Where files are dropped or chosen, and what became of those that could not be taken. */
export function AddFiles({ label, adding }: { label: string; adding: Adding }) {
  const { add, busy, problems, forgetProblems } = adding
  const choose = useCommand('files.choose')
  const drop = async (dropped: File[]) => {
    const reply = await bridge().fileTokens(dropped)
    if (!reply.ok) return void toast(sentenceFor(reply.error), { tone: 'danger' })
    add(reply.value.tokens.map((token, index) => ({ token, name: dropped[index]?.name ?? '' })))
  }
  return (
    <>
      {problems.length > 0 && (
        <Banner tone="danger" title="Not every file could be added" onDismiss={forgetProblems} announced>
          {problems.map(({ name, sentence }) => (
            <div key={name}>
              {name}: {sentence}
            </div>
          ))}
        </Banner>
      )}
      <FileDrop label={label} disabled={busy} onDrop={files => void drop(files)}>
        <Button
          size="small"
          icon="add"
          busy={busy || choose.isPending}
          onClick={() => choose.mutate({}, { onSuccess: ({ chosen }) => add(chosen) })}
        >
          Choose files
        </Button>
      </FileDrop>
    </>
  )
}

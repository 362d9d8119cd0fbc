import { useRef, useState } from 'react'
import { AppError } from '../../shared/kernel/errors.ts'
import type { FileToken } from '../../shared/kernel/ids.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { bridge } from '../lib/bridge.ts'
import { toast, type ToastAction } from './toast.ts'

/** A file that is to be added, and how. */
export type FileToAdd = { name: string; add: () => Promise<unknown> }
type Problem = { name: string; sentence: string }
type Words = { one: string; many: (count: number) => string; action?: ToastAction }
export type Adding = {
  start: (files: readonly FileToAdd[]) => void
  /** How many of how many are done; null while nothing is added. */
  progress: { done: number; total: number } | null
  problems: readonly Problem[]
  forgetProblems: () => void
}

/** Adds files one after the other, more while some are added too: one that can't be read does not keep the others out. */
export function useAddingFiles(words: Words): Adding {
  const [progress, setProgress] = useState<Adding['progress']>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const waiting = useRef<FileToAdd[]>([])
  const running = useRef(false)
  const run = async () => {
    let [done, added] = [0, 0]
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      setProgress({ done, total: done + 1 + waiting.current.length })
      try {
        await file.add()
        added += 1
      } catch (cause) {
        const problem = { name: file.name, sentence: sentenceFor(AppError.from(cause).toShape()) }
        setProblems(before => [...before, problem])
      }
      done += 1
    }
    running.current = false
    setProgress(null)
    const { action } = words
    if (added > 0) toast(added === 1 ? words.one : words.many(added), action ? { action } : {})
  }
  return {
    start(files) {
      waiting.current.push(...files)
      if (running.current || waiting.current.length === 0) return
      running.current = true
      void run()
    },
    progress,
    problems,
    forgetProblems: () => setProblems([]),
  }
}

/** What stands for a dropped file where its path must not be known. Asked for one by one, so that an odd one spoils no other. */
export async function tokenOf(file: File): Promise<FileToken> {
  const reply = await bridge().fileTokens([file])
  const [token] = reply.ok ? reply.value.tokens : []
  if (token === undefined) throw new AppError('file-unreadable', { rule: 'not-a-file-here' })
  return token
}

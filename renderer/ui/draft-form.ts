import { useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type * as z from 'zod'
import { beforeLock, dropDraft, readKeptDraft, writeDraft, type Draft } from '../lib/drafts.ts'
import { thisMoment } from '../lib/today.ts'
import { problemsOf } from './problems.ts'

type Fields = Record<string, unknown>
type KeptDraft = NonNullable<Awaited<ReturnType<typeof readKeptDraft>>>

/** A form whose half-typed values live in the vault: they outlast an error, a lock and a crash. */
export function useDraftForm<Values extends Fields, Parsed>(
  schema: z.ZodType<Parsed, Values>,
  draftKey: string,
  blank: Values,
) {
  const [draftKeptAt, setDraftKeptAt] = useState<Date | null>(null)
  const { toKeep, fromKept, ...opened } = useOpened(blank)
  const write = async (values: Values) => {
    if (await writeDraft(draftKey, toKeep(values))) setDraftKeptAt(thisMoment())
  }
  const keep = useDebouncedCallback((values: Values) => void write(values), {
    delay: 500,
    maxWait: 900,
    flushOnUnmount: true,
  })
  const form = useForm<Values, Parsed>({
    initialValues: blank,
    onValuesChange: keep,
    validate: values => problemsOf(schema.safeParse(values)),
    transformValues: values => schema.parse(values),
  })
  const start = useEffectEvent((draft: KeptDraft | null) => {
    form.initialize({ ...blank, ...fromKept(draft?.values) })
    keep.cancel() // `initialize` counts as a change
    if (draft) setDraftKeptAt(new Date(draft.writtenAt))
  })
  useEffect(() => {
    let current = true
    // Read once, past the query cache; `initialize` ignores later calls.
    void readKeptDraft(draftKey)
      .catch(() => null) // a draft that can't be read must not keep anybody from writing
      .then(draft => {
        if (current) start(draft)
      })
    return () => {
      current = false
    }
  }, [draftKey])
  useEffect(() => beforeLock(() => keep.flush()), [keep])
  return {
    ...{ ...form, ...opened },
    /** When half-typed words were last kept; null while there are none. */
    draftKeptAt,
    /** What these answers say, or null where they can't be saved as they are. */
    read: (values: Values): Parsed | null => schema.safeParse(values).data ?? null,
    /** Keeps these as the half-typed words of this form, whatever stands in it. */
    writeDraft: write,
    async discardDraft() {
      keep.cancel()
      await dropDraft(draftKey)
      setDraftKeptAt(null)
    },
  }
}

/** What a form of a record was opened with: kept with its draft, so that it is known after a lock who changed what. */
function useOpened<Values extends Fields>(blank: Values) {
  const opened = useRef<Values | null>(blank)
  const isOfRecord = typeof blank['revision'] === 'number' && blank['revision'] > 0
  return {
    /** The answers it was opened with. Null: not known. */
    openedAs: () => opened.current,
    /** From now on changes count from these. */
    startFrom: (values: Values): void => void (opened.current = values),
    /** Forms hold text, numbers, lists and plain objects: what JSON holds. */
    toKeep: (values: Values) => (isOfRecord ? { ...values, openedAs: opened.current } : values) as Draft,
    fromKept: (draft: Draft | undefined): Draft => {
      const { openedAs = null, ...words } = draft ?? { openedAs: blank }
      opened.current = openedAs as Values | null // as it was kept above; whoever reads it parses it
      return words
    },
  }
}

import { useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
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
  const write = async (values: Values) => {
    // Forms hold text, numbers, lists and plain objects: what JSON holds.
    if (await writeDraft(draftKey, values as Draft)) setDraftKeptAt(thisMoment())
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
    form.initialize({ ...blank, ...draft?.values })
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
    ...form,
    /** When half-typed words were last kept; null while there are none. */
    draftKeptAt,
    /** Keeps these as the half-typed words of this form, whatever stands in it. */
    writeDraft: write,
    async discardDraft() {
      keep.cancel()
      await dropDraft(draftKey)
      setDraftKeptAt(null)
    },
  }
}

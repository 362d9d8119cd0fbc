import { useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useEffectEvent } from 'react'
import type * as z from 'zod'
import { beforeLock, dropDraft, readDraft, writeDraft, type Draft } from '../lib/drafts.ts'
import { problemsOf } from './problems.ts'

type Fields = Record<string, unknown>

/** A form whose half-typed values live in the vault: they outlast an error, a lock and a crash. */
export function useDraftForm<Values extends Fields, Parsed>(schema: z.ZodType<Parsed, Values>, draftKey: string, blank: Values) {
  const keep = useDebouncedCallback((values: Values) => void writeDraft(draftKey, values as Draft), { delay: 500, maxWait: 900, flushOnUnmount: true })
  const form = useForm<Values, Parsed>({
    initialValues: blank,
    onValuesChange: keep,
    validate: values => problemsOf(schema.safeParse(values)),
    transformValues: values => schema.parse(values),
  })
  const start = useEffectEvent((draft: Fields | null) => {
    form.initialize({ ...blank, ...draft })
    keep.cancel() // `initialize` counts as a change
  })
  useEffect(() => {
    let current = true
    // Read once, past the query cache; `initialize` ignores later calls.
    void readDraft(draftKey).then(draft => {
      if (current) start(draft)
    })
    return () => {
      current = false
    }
  }, [draftKey])
  useEffect(() => beforeLock(() => keep.flush()), [keep])
  return {
    ...form,
    discardDraft() {
      keep.cancel()
      return dropDraft(draftKey)
    },
  }
}

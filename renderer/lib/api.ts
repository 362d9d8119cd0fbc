import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../shared/contract/bridge.ts'
import { contract, type CallName, type Input, type NameOf, type Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { Cursor, Page, PageOf } from '../../shared/kernel/event.ts'
import type { JobId } from '../../shared/kernel/ids.ts'
import { bridge } from './bridge.ts'
import { jobEnd, useJobs } from './jobs.ts'
import { markStale } from './stale.ts'

/** Makes a call and throws an `AppError` where it is refused. Screens use the hooks below. */
export async function callOrThrow<Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const reply = await bridge().call(name, input)
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.value
}

const ask = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Answer<Name>> => {
  try {
    return await callOrThrow(name, input)
  } catch (cause) {
    throw AppError.from(cause)
  }
}

type Readable = NameOf<'query' | 'native'>
type CallOptions = {
  /** False: not asked yet. */
  enabled?: boolean
  /** True: while another input is read, what the last one gave stays on screen. */
  keepPrevious?: boolean
  /** How often it is read again by itself, where the answer changes as time goes by. */
  everyMs?: number
}

/** Reads a record or a bounded list. Read again only when a command makes it stale. */
export function useCall<Name extends Readable>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keepPrevious = false, everyMs }: CallOptions = {},
): UseQueryResult<Answer<Name>, AppError> {
  return useQuery<Answer<Name>, AppError, Answer<Name>>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
}

type Paged = { [Name in NameOf<'query'>]: Output<Name> extends PageOf<unknown> ? Name : never }[NameOf<'query'>]
type RowOf<Name extends Paged> = Output<Name> extends PageOf<infer Row> ? Row : never
export type Pages<Row> = {
  rows: Row[]
  total: number
  /** True until the first page is here. */
  isPending: boolean
  isFetching: boolean
  error: AppError | null
  hasNext: boolean
  fetchNext: () => void
  refetch: () => void
}

/** Reads a list page by page: `fetchNext` as its end comes near. `limit` is the size of a page. */
export function usePages<Name extends Paged>(
  name: Name,
  input: Omit<Input<Name>, 'page'>,
  { enabled = true, keepPrevious = true, limit = 100 }: CallOptions & { limit?: number } = {},
): Pages<RowOf<Name>> {
  const found = useInfiniteQuery({
    queryKey: [name, input, limit],
    initialPageParam: null as Cursor | null, // widens: later pages have one
    queryFn: async ({ pageParam }) => {
      const page: Page = { limit, after: pageParam }
      // The input of a paged call is what was left out above plus its page: TypeScript can't add them up for every name.
      return (await ask(name, { ...input, page } as unknown as Input<Name>)) as PageOf<RowOf<Name>>
    },
    getNextPageParam: last => last.next,
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
  const { data, error, hasNextPage, isFetching } = found
  return {
    rows: data?.pages.flatMap(page => page.rows) ?? [],
    total: data?.pages.at(-1)?.total ?? 0,
    isPending: found.isPending,
    isFetching,
    error: error === null ? null : AppError.from(error),
    hasNext: hasNextPage,
    fetchNext: () => void (hasNextPage && !isFetching && found.fetchNextPage()),
    refetch: () => void found.refetch(),
  }
}

type Doing = NameOf<'command' | 'native'>
/** Changes something: `mutate(input, { onSuccess })`. What it makes stale is read again by itself. */
export function useCommand<Name extends Doing>(name: Name): UseMutationResult<Answer<Name>, AppError, Input<Name>> {
  const client = useQueryClient()
  return useMutation<Answer<Name>, AppError, Input<Name>>({
    mutationFn: input => ask(name, input),
    onSuccess: () => void markStale(client, name),
  })
}

export type Job<Name extends NameOf<'job'>> = UseMutationResult<Output<Name>, AppError, Input<Name>> & {
  /** How far it is; null while nothing runs. A total of 0 means that nobody knows yet. */
  progress: { done: number; total: number } | null
  cancel: () => void
}

/** Starts work in a process of its own and follows it: like `useCommand`, with progress and `cancel`. */
export function useJob<Name extends NameOf<'job'>>(name: Name): Job<Name> {
  const client = useQueryClient()
  const [jobId, setJobId] = useState<JobId | null>(null)
  const running = useMutation<Output<Name>, AppError, Input<Name>>({
    mutationFn: async input => {
      const started: { jobId: JobId } = await ask(name, input)
      setJobId(started.jobId)
      return outputOf(name, await jobEnd(started.jobId, name))
    },
    onSuccess: () => void markStale(client, name),
    onSettled: () => setJobId(null),
  })
  const progress = useJobs(({ byId }) => (jobId === null ? null : (byId[jobId] ?? null)))
  const cancel = () => void (jobId !== null && callOrThrow('jobs.cancel', { jobId }).catch(() => undefined))
  return { ...running, progress, cancel }
}

/** Answers of a job come by push, as anything: parsed, so that the type is true. */
function outputOf<Name extends NameOf<'job'>>(name: Name, output: unknown): Output<Name> {
  const parsed = contract[name].output.safeParse(output)
  if (!parsed.success) throw new AppError('internal', { rule: 'unexpected-answer', call: name })
  return parsed.data as Output<Name> // parsed by this call's own schema
}

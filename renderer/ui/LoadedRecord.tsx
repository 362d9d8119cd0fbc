import type { ReactNode } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { ErrorState } from './ErrorState.tsx'
import { LoadingState } from './LoadingState.tsx'

type LoadedRecordProps<Found> = {
  found: { data: Found | undefined; error: ErrorShape | null; refetch: () => unknown }
  /** As a list has it, until it is read by itself. */
  listed?: Found | undefined
  /** Said while it is read, as in "Loading the hearing". */
  label: string
  children: (record: Found) => ReactNode
}

/** A record that is read by itself, once it is here; until then that it is on its way, or why it is not. */
export function LoadedRecord<Found>({ found, listed, label, children }: LoadedRecordProps<Found>) {
  const record = found.data ?? listed
  if (record !== undefined) return children(record)
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return <LoadingState label={label} shape="detail" />
}

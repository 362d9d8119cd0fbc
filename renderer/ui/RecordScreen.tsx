import type { ReactNode } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { ErrorState } from './ErrorState.tsx'
import { Fill, Screen, Split } from './Layout.tsx'
import { useListKeys } from './list-focus.ts'
import { LoadingState } from './LoadingState.tsx'

type RecordScreenProps = {
  /** What is listed, as in "The hearings could not be read". */
  noun: string
  header: ReactNode
  /** The list as it was read. */
  read: { error: ErrorShape | null; isPending: boolean; refetch: () => unknown }
  /** What stands over the list for itself. */
  above?: ReactNode
  list: ReactNode
  /** The record that was chosen, or its form. Null: the list has the room. */
  beside: ReactNode
  /** A form or two versions stand beside it. */
  wide?: boolean
  /** Its dialogs. */
  children: ReactNode
}

/** The records of one kind in a case: what narrows them, the list, and the one that was chosen beside it. */
export function RecordScreen({ noun, header, read, above, list, beside, wide, children }: RecordScreenProps) {
  useListKeys()
  return (
    <Screen fill header={header}>
      <Split
        list={
          <>
            {above}
            <Fill>
              {read.error ? (
                <ErrorState
                  error={read.error}
                  title={`The ${noun} could not be read`}
                  onRetry={() => void read.refetch()}
                />
              ) : read.isPending ? (
                <LoadingState label={`Loading ${noun}`} shape="list" />
              ) : (
                list
              )}
            </Fill>
          </>
        }
        detail={beside}
        wide={wide}
      />
      {children}
    </Screen>
  )
}

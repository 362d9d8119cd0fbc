import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** In the place of a screen that broke. Says nothing of what it held; the rest of the app goes on. */
export function ScreenError({ reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return <ErrorState title="This screen stopped working" onRetry={again} />
}

/** An address that leads nowhere, such as one kept by an older version. */
export function NoSuchScreen() {
  const router = useRouter()
  return (
    <EmptyState
      icon="search"
      title="There is nothing here"
      action={<Button onClick={() => void router.navigate({ to: '/cases' })}>Go to the caseload</Button>}
    >
      What you were looking for is not in this vault.
    </EmptyState>
  )
}

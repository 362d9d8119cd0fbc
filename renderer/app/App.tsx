import { CatchBoundary } from '@tanstack/react-router'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { LockedScreens } from '../features/vault/LockedScreens.tsx'
import { readAppearance, useAppearance } from '../lib/appearance.ts'
import { newQueryClient } from '../lib/query-client.ts'
import { useSession } from '../lib/session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ThemeProvider } from '../ui/ThemeProvider.tsx'
import { OpenApp } from './OpenApp.tsx'
import { listenForPushes } from './pushes.ts'

/** The whole page: neutral screens until the vault is open, then the app proper. */
export function App() {
  const [client] = useState(newQueryClient)
  const appearance = useAppearance()
  const isOpen = useSession(({ actor }) => actor !== null)
  useEffect(() => listenForPushes(client), [client])
  useEffect(() => void readAppearance(), [])
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider {...appearance}>
        <CatchBoundary getResetKey={() => String(isOpen)} errorComponent={Broken}>
          {isOpen ? <OpenApp /> : <LockedScreens />}
        </CatchBoundary>
      </ThemeProvider>
    </QueryClientProvider>
  )
}

function Broken({ reset }: { reset: () => void }) {
  return <ErrorState title="Waymark stopped working" onRetry={reset} />
}

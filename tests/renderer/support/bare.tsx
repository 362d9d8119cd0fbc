import './jsdom.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { takeJobPush } from '../../../renderer/lib/jobs.ts'
import { newQueryClient } from '../../../renderer/lib/query-client.ts'

/** Mounts something that needs neither theme nor router: the query client and job pushes are around it. */
export function renderBare(part: ReactNode): RenderResult {
  window.app.onPush(takeJobPush)
  const client = newQueryClient()
  return render(part, {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
}

import type { RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ThemeProvider } from '../../../renderer/ui/ThemeProvider.tsx'
import { renderBare } from './bare.tsx'

/** Mounts a piece of screen with theme, query client and job pushes around it, but no router. */
export const renderPart = (part: ReactNode): RenderResult => renderBare(<ThemeProvider>{part}</ThemeProvider>)

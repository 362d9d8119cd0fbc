/** The few tokens that code needs as numbers. A test holds them equal to tokens.css. */
export type Density = 'comfortable' | 'compact'
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'overdue' | 'breach'

export const rowHeights: Record<Density, { single: number; double: number }> = {
  comfortable: { single: 40, double: 60 },
  compact: { single: 32, double: 48 },
}

export const motionMs = 120
/** Work that ends sooner than this shows no skeleton: a flash is worse than a pause. */
export const patienceMs = 150

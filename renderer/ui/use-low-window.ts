import { useMediaQuery } from '@mantine/hooks'

/** Whether the window is low, as it is on a small screen at 200%: what stands above the work gives way then, as in page.css. */
export const useLowWindow = (): boolean => useMediaQuery('(height < 560px)', false, { getInitialValueInEffect: false })

import { setTimeout as after } from 'node:timers/promises'
import { afterAll } from 'vitest'

// A screen moves the focus a moment after it was closed: let that happen before the page of this file is gone.
afterAll(() => after(150))

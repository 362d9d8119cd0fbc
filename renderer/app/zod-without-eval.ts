import * as z from 'zod'

// The page's policy forbids code made at run time. Imported first, because a schema decides when it is made.
z.config({ jitless: true })

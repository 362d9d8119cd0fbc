/** The address of Vite's server in `npm run dev`; null in every build, which strips what hangs on it. */
declare const __DEVELOPMENT_SERVER__: string | null

/** Only in `npm run dev`: Vite drops this file from every build, and the gate build/checks/dev-policy.ts proves it. */
export const address: string = __DEVELOPMENT_SERVER__ ?? ''
/** The one host that the page may reach while it is developed. */
export const developmentHost: string = new URL(address).hostname

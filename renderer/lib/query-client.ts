import { QueryClient } from '@tanstack/react-query'

/** Records are read from the vault beside us: being offline means nothing, and only a command makes them stale. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Infinity,
      },
      // A mutation remembers its input, which may be a passphrase: none is kept once nobody shows it.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  })

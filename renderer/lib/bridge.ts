import type { AppBridge } from '../../shared/contract/bridge.ts'

declare global {
  interface Window {
    /** Put there by preload: all that this page can reach. */
    app: AppBridge<File>
  }
}

/** The one way out of this page. */
export const bridge = (): AppBridge<File> => window.app

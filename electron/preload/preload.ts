import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { AppBridge, Push } from '../../shared/contract/bridge.ts'

const bridge: AppBridge<File> = {
  call: (name, input) => ipcRenderer.invoke('app:ask', { is: 'call', name, input }),
  onPush(listener) {
    const forward = (_event: IpcRendererEvent, push: Push): void => listener(push)
    ipcRenderer.on('app:push', forward)
    return () => void ipcRenderer.off('app:push', forward) // the same function, so it really unsubscribes
  },
  // The page hands over File objects and gets tokens. It can't name a path: only this line says `is: 'files'`.
  fileTokens: files =>
    ipcRenderer.invoke('app:ask', { is: 'files', paths: files.map(file => webUtils.getPathForFile(file)) }),
}
contextBridge.exposeInMainWorld('app', bridge)

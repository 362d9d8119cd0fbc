import { app } from 'electron'

/**
 * Nothing leaves the machine. Chromium asks DNS at start and updates its own parts unless told not to, so this runs
 * before `ready`. Development names the one address that its own server listens on.
 */
export function cutTheNetwork(developmentHost: string | null): void {
  const { commandLine } = app
  commandLine.removeSwitch('no-proxy-server')
  commandLine.removeSwitch('proxy-pac-url')
  commandLine.removeSwitch('proxy-auto-detect')
  commandLine.appendSwitch('proxy-server', '127.0.0.1:9')
  commandLine.appendSwitch('proxy-bypass-list', developmentHost ?? '<-loopback>')
  commandLine.appendSwitch(
    'host-resolver-rules',
    `MAP * ~NOTFOUND${developmentHost === null ? '' : `, EXCLUDE ${developmentHost}`}`,
  )
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('dns-prefetch-disable')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('disable-quic')
}

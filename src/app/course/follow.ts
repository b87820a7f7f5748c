/** Follows a link. Where it leads is known at once and not when the browser tells of it: the next key is meant for there. */
export function follow(hash: string) {
  location.hash = hash
  dispatchEvent(new PopStateEvent('popstate'))
}

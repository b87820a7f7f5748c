/**
 * Fetches a file of the page once more. A browser may remember for as long as the page stands that a module did not come
 * (HTML says so, Chromium does since version 150). Then only the page as a whole can be loaded anew, and it is where the
 * site answers: the address keeps what is shown.
 */
export async function askAgain<T>(fetchIt: () => Promise<T>): Promise<T> {
  try {
    return await fetchIt()
  } catch (error) {
    if (await siteAnswers()) location.reload()
    throw error
  }
}

async function siteAnswers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/** A table of the browser's database on this device; each has a database of its own. */
export interface Table {
  readonly database: string
  readonly table: string
}

/** A browser that does not answer for so long keeps nothing, in milliseconds: some never do in a private window. */
const patience = 3000

/** One request in a transaction of its own: settled when what it wrote is on the disk. */
export async function ask<T>(
  place: Table,
  mode: IDBTransactionMode,
  of: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await Promise.race([opened(place), silence()])
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(place.table, mode)
      const request = of(transaction.objectStore(place.table))
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => fail(transaction.error)
    })
  } finally {
    database.close()
  }
}

function opened({ database, table }: Table): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(database)
    opening.onupgradeneeded = () => opening.result.createObjectStore(table)
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
}

function silence(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('The browser does not answer.')), patience))
}

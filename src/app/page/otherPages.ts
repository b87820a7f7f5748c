// What these pages are made of is listed here, so that a network's page, which is opened more often, does not carry the list.

export const embed = () => import('../embed/EmbedPage').then((m) => m.EmbedPage)
export const gallery = () => import('../gallery/Gallery').then((m) => m.Gallery)
export const handout = () => import('../handout/Handout').then((m) => m.Handout)
export const lab = () => import('../lab/LabPage').then((m) => m.LabPage)
export const measured = () => import('../measured/Measured').then((m) => m.Measured)
export const offline = () => import('../offline/OfflinePage').then((m) => m.OfflinePage)
export const presenter = () => import('../presenter/PresenterPage').then((m) => m.PresenterPage)

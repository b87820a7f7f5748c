/** The photographs that networks were trained on, none of which is part of the site. */
export const datasets = {
  cifar10: {
    name: 'CIFAR-10',
    photographs: 'CIFAR-10 photographs',
    size: '32×32',
    source: 'Krizhevsky, “Learning multiple layers of features from tiny images”, 2009',
  },
  imagenette: {
    name: 'Imagenette',
    photographs: 'ImageNet photographs',
    size: '224×224',
    source: 'Imagenette (fast.ai), ten classes of ImageNet (Deng et al. 2009)',
  },
} as const

export type DatasetName = keyof typeof datasets

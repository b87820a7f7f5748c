import { papers } from '../src/architectures/papers'
import type { Paper } from '../src/nn/spec'

/** What can be cited. Software that goes on changing is cited by its name and has no year. */
export type Cited = Paper | (Omit<Paper, 'year'> & { readonly name: string; readonly year?: undefined })

/** Everything that lessons cite, by the name that `<Source of="…">` uses. */
export const references = {
  ...papers,
  dropout: {
    authors: 'Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov',
    title: 'Dropout: a simple way to prevent neural networks from overfitting',
    venue: 'JMLR 15',
    year: 2014,
  },
  batchnorm: {
    authors: 'Ioffe, Szegedy',
    title: 'Batch normalization: accelerating deep network training by reducing internal covariate shift',
    venue: 'ICML',
    year: 2015,
    arxiv: '1502.03167',
  },
  'he-init': {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Delving deep into rectifiers: surpassing human-level performance on ImageNet classification',
    venue: 'ICCV',
    year: 2015,
    arxiv: '1502.01852',
  },
  preact: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Identity mappings in deep residual networks',
    venue: 'ECCV',
    year: 2016,
    arxiv: '1603.05027',
  },
  santurkar: {
    authors: 'Santurkar, Tsipras, Ilyas, Mądry',
    title: 'How does batch normalization help optimization?',
    venue: 'NeurIPS',
    year: 2018,
    arxiv: '1805.11604',
  },
  bjorck: {
    authors: 'Bjorck, Gomes, Selman, Weinberger',
    title: 'Understanding batch normalization',
    venue: 'NeurIPS',
    year: 2018,
    arxiv: '1806.02375',
  },
  yang: {
    authors: 'Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz',
    title: 'A mean field theory of batch normalization',
    venue: 'ICLR',
    year: 2019,
    arxiv: '1902.08129',
  },
  fixup: {
    authors: 'Zhang, Dauphin, Ma',
    title: 'Fixup initialization: residual learning without normalization',
    venue: 'ICLR',
    year: 2019,
    arxiv: '1901.09321',
  },
  highway: {
    authors: 'Srivastava, Greff, Schmidhuber',
    title: 'Highway networks',
    venue: 'ICML 2015 deep learning workshop',
    year: 2015,
    arxiv: '1505.00387',
  },
  losssurface: {
    authors: 'Li, Xu, Taylor, Studer, Goldstein',
    title: 'Visualizing the loss landscape of neural nets',
    venue: 'NeurIPS 2018',
    year: 2017,
    arxiv: '1712.09913',
  },
  veit: {
    authors: 'Veit, Wilber, Belongie',
    title: 'Residual networks behave like ensembles of relatively shallow networks',
    venue: 'NIPS',
    year: 2016,
    arxiv: '1605.06431',
  },
  nin: {
    authors: 'Lin, Chen, Yan',
    title: 'Network in network',
    venue: 'ICLR 2014',
    year: 2013,
    arxiv: '1312.4400',
  },
  xception: {
    authors: 'Chollet',
    title: 'Xception: deep learning with depthwise separable convolutions',
    venue: 'CVPR 2017',
    year: 2016,
    arxiv: '1610.02357',
  },
  yosinski: {
    authors: 'Yosinski, Clune, Bengio, Lipson',
    title: 'How transferable are features in deep neural networks?',
    venue: 'NIPS',
    year: 2014,
    arxiv: '1411.1792',
  },
  scratch: {
    authors: 'He, Girshick, Dollár',
    title: 'Rethinking ImageNet pre-training',
    venue: 'ICCV 2019',
    year: 2018,
    arxiv: '1811.08883',
  },
  hestness: {
    authors: 'Hestness, Narang, Ardalani, Diamos, Jun, Kianinejad, Patwary, Yang, Zhou',
    title: 'Deep learning scaling is predictable, empirically',
    venue: 'preprint',
    year: 2017,
    arxiv: '1712.00409',
  },
  ulmfit: {
    authors: 'Howard, Ruder',
    title: 'Universal language model fine-tuning for text classification',
    venue: 'ACL',
    year: 2018,
    arxiv: '1801.06146',
  },
  bert: {
    authors: 'Devlin, Chang, Lee, Toutanova',
    title: 'BERT: pre-training of deep bidirectional transformers for language understanding',
    venue: 'NAACL 2019',
    year: 2018,
    arxiv: '1810.04805',
  },
  luo: {
    authors: 'Luo, Li, Urtasun, Zemel',
    title: 'Understanding the effective receptive field in deep convolutional neural networks',
    venue: 'NIPS',
    year: 2016,
    arxiv: '1701.04128',
  },
  cifar: {
    authors: 'Krizhevsky',
    title: 'Learning multiple layers of features from tiny images',
    venue: 'technical report, University of Toronto',
    year: 2009,
  },
  ilsvrc: {
    authors: 'Russakovsky et al.',
    title: 'ImageNet large scale visual recognition challenge',
    venue: 'IJCV 115',
    year: 2015,
    arxiv: '1409.0575',
  },
  'resnet-code': {
    name: 'the ResNet authors’ models',
    authors: 'He, Zhang, Ren, Sun',
    title: 'deep-residual-networks: ResNet-50, 101 and 152 for Caffe',
    venue: 'software, GitHub repository KaimingHe/deep-residual-networks',
  },
  torchvision: {
    name: 'torchvision',
    authors: 'The PyTorch developers',
    title: 'torchvision: models, their weights and metadata',
    venue: 'software and its documentation, version 0.28',
  },
  'densenet-memory': {
    authors: 'Pleiss, Chen, Huang, Li, van der Maaten, Weinberger',
    title: 'Memory-efficient implementation of DenseNets',
    venue: 'technical report',
    year: 2017,
    arxiv: '1707.06990',
  },
  d2l: {
    authors: 'Zhang, Lipton, Li, Smola',
    title: 'Dive into deep learning',
    venue: 'Cambridge University Press',
    year: 2023,
    arxiv: '2106.11342',
  },
} as const satisfies Record<string, Cited>

export type ReferenceName = keyof typeof references

/** `Chollet 2016`, `Zeiler and Fergus 2013`, `Szegedy et al. 2014`; what would read alike has a letter: `He et al. 2015a`. */
export function citationOf(of: ReferenceName): string {
  const cited: Cited = references[of]
  return cited.year === undefined ? cited.name : `${authorsOf(cited)} ${yearOf(of)}`
}

/** The year of a reference, with a letter where its authors have two in one year: the earlier one is a. */
export function yearOf(of: ReferenceName): string {
  const cited: Cited = references[of]
  if (cited.year === undefined) return ''
  const alike = (Object.keys(references) as ReferenceName[])
    .filter((name) => {
      const other: Cited = references[name]
      return other.year === cited.year && authorsOf(other) === authorsOf(cited)
    })
    .sort((a, b) => arxivOf(a).localeCompare(arxivOf(b)))
  return alike.length > 1 ? `${cited.year}${'abcdefgh'[alike.indexOf(of)]}` : String(cited.year)
}

function authorsOf({ authors }: Cited): string {
  const [first, second, ...others] = authors.split(', ')
  return others.length > 0 ? `${first} et al.` : second ? `${first} and ${second}` : first
}

/** Numbers of arXiv begin with year and month. */
function arxivOf(of: ReferenceName): string {
  const { arxiv = '' }: Cited = references[of]
  return arxiv
}

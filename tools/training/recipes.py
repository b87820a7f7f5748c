"""Every run of the zoo: which network, on what, for how long. A run's name is the name of its files."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Recipe:
    """SGD with Nesterov momentum; the rate climbs to `rate` and falls to zero, both in straight lines (one cycle)."""

    epochs: int = 24
    batch: int = 128
    rate: float = 0.2
    warm: float = 0.2
    momentum: float = 0.9
    decay: float = 5e-4
    seed: int = 1

    def rate_at(self, progress: float) -> float:
        """`progress` from 0 to 1."""
        up = progress / self.warm
        return self.rate * min(up, (1 - progress) / (1 - self.warm))


@dataclass(frozen=True)
class Run:
    name: str
    network: str
    recipe: Recipe = Recipe()
    options: dict = field(default_factory=dict)
    # All classes when empty; all images of a class when None.
    classes: tuple[str, ...] = ()
    each: int | None = None
    # Weights go to public/models when the run is part of the zoo.
    ships: bool = False

    def described(self) -> dict:
        return asdict(self)


ZOO = [
    Run("cifar-resnet20", "cifar-resnet20", ships=True),
    Run("cifar-plain20", "cifar-plain20", ships=True),
]

RUNS = {run.name: run for run in ZOO}

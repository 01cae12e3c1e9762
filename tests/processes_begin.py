"""What `tests.processes` has imported before it forks."""

import gc

import api.cli
import api.main
import api.worker
import tests.client
import tests.world

assert api
assert tests
gc.freeze()  # so that no search for garbage writes to the pages that all share

"""What the running portal does when its processes are killed: `make drills`. Not part of the tests."""

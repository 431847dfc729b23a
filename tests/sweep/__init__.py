"""Every public page of a running portal through axe and the Nu validator: `make sweep`. Not part of the tests."""

"""What measures, takes pictures, or tries the tests themselves? Each is run by hand, by `make`, or once a week."""

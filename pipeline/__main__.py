"""`python -m pipeline` is `baocao`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()

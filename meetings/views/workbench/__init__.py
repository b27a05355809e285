"""Pages of the statement workbench: one for the desk, one for each thing done there."""

"""The screens beside the explorer."""

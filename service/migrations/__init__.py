"""The steps from one shape of the tables to the next. Run by ``service.schema``; never imported for anything else."""

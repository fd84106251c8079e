"""Orders as other systems hold them: a worksheet for an NCIC operator, and NIEM 6.0.

Pure functions of core values: no database, no web framework. Whatever the other system cannot hold is told as a loss
(`losses`); what must not leave is taken out first (`facts`); what would be wrong to send is refused (`CannotExport`).
"""

-- Memory for the weights of StepFun's model at four bits a parameter, in GB.
-- - The stated 198 billion parameters times bits over eight, before any cache; a form that fits is enough to run it.
-- - At most 128.
select
    'four bits' as reading,
    198 * 4 / 8.0 as measured,
    format('at eight bits {} GB', 198 * 8 / 8.0) as detail

/**
 * May this string be a label value?
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.policy.LabelPolicy} has one method for ordinary labels and one for
 * queue lanes; {@link ai.openclaw.diagnostics.policy.PolicyRule} lists the rules, each of which has a class: secrets, names
 * of secrets, session keys, identifiers, numbers, addresses, hosts, files, sentences, random text, and what the operator's
 * own patterns find.
 *
 * <p><b>Threads:</b> everything is immutable and may be shared.
 *
 * <p><b>Allocation:</b> none but for a value that has to be trimmed or, with patterns of the operator's, one matcher each.
 *
 * <p><b>Limits:</b> an ordinary value longer than 1024 characters is refused unread; of a lane the first 256 characters are
 * searched. A pattern of the operator's looks at so many characters and no more.
 *
 * <p><b>Not here:</b> which labels there are and their fallbacks (the catalog).
 */
package ai.openclaw.diagnostics.policy;
